"""The one style block of the product: what the theme cannot say."""

from typing import Final

STYLE: Final = """
<style>
  .stMainBlockContainer { padding: 1.4rem 2.2rem 1.6rem; max-width: 1680px; }
  [data-testid="stHeader"] { height: 0; min-height: 0; background: transparent; }
  [data-testid="stSidebarHeader"] { height: 2.4rem; margin-bottom: 0; }
  .stMain, .stSidebar { font-variant-numeric: tabular-nums; }
  .stMainBlockContainer > .stVerticalBlock, .stColumn > .stVerticalBlock { row-gap: 0.7rem; }
  .stMain .stHeading [data-testid="stMarkdownContainer"] { margin-bottom: 0; }
  .stMain h1 { padding: 0 0 0.2rem; text-wrap: balance; }
  .stMain h2, .stMain h3 { padding: 0.1rem 0 0; }
  .stSidebar .stVerticalBlock { row-gap: 0.4rem; }
  .stSidebar p.section { color: #1C2733; font-size: 0.9rem; font-weight: 600;
                         margin: 0.9rem 0 0; }
  .contexte { color: #5B6770; font-size: 0.86rem; margin: 0; }
  .sous-titre, .source { color: #5B6770; font-size: 0.86rem; margin: 0; line-height: 1.35; }
  .source a { color: #12436D; }
  .bandeau { border-left: 4px solid #D1661C; background: #FFF6E9; color: #5A3A12;
             padding: 0.45rem 0.8rem; font-size: 0.9rem; border-radius: 2px; margin: 0; }
  .grand { font-size: 2.5rem; font-weight: 700; color: #12436D; line-height: 1; }
  .sur { color: #5B6770; font-size: 1rem; margin-left: 0.4rem; }
  .verdict { font-weight: 650; font-size: 1rem; margin: 0; }
  .sous-objectif { color: #9A3324; }
  .atteint { color: #12436D; }
  h2.carte-titre { font-size: 1rem; font-weight: 650; padding: 0; margin: 0; }
  p.carte-valeur { margin: 0.1rem 0 0; }
  .stHtml dl.cles { display: grid; grid-template-columns: repeat(6, 1fr); gap: 1.1rem;
                    margin: 0.2rem 0; padding: 0; }
  dl.cles > div { display: flex; flex-direction: column; border-top: 2px solid #DDE3E9;
                  padding-top: 0.4rem; }
  dl.cles dt { order: 2; } dl.cles dd { margin: 0; } dl.cles dd.cle { order: 1; }
  dl.cles dd.cle-note { order: 3; }
  ul.surveiller { padding-left: 1.2rem; margin: 0; }
  ul.surveiller a { color: #12436D; }
  ul.surveiller li { margin: 0 0 0.2rem; }
  ol.retenir, ul.surveiller { font-size: 0.95rem; line-height: 1.45; }
  ol.retenir { padding-left: 1.2rem; margin: 0; } ol.retenir li { margin-bottom: 0.3rem; }
  .cle { font-size: 1.65rem; font-weight: 700; color: #12436D; line-height: 1.1; }
  .cle-nom { color: #1C2733; font-size: 0.9rem; margin: 0; }
  .cle-note { color: #5B6770; font-size: 0.8rem; margin: 0; }
  table.plie { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
  table.plie caption { text-align: left; color: #5B6770; font-size: 0.86rem; padding-bottom: 4px; }
  table.plie th, table.plie td { padding: 0.32rem 0.6rem; border-bottom: 1px solid #DDE3E9;
                                 text-align: left; vertical-align: top; }
  table.plie thead th { color: #5B6770; font-weight: 500; border-bottom: 2px solid #DDE3E9; }
  table.plie tbody th { font-weight: 400; }
  table.plie .n { text-align: right; } table.plie td.n { white-space: nowrap; }
  table.plie tr.total th, table.plie tr.total td { font-weight: 650;
                                                   border-top: 2px solid #DDE3E9; }
  .fiche h2 { font-size: 1.02rem; font-weight: 650; padding: 0; }
  .fiche h3 { font-size: 0.86rem; font-weight: 600; color: #5B6770; padding: 0.3rem 0 0; }
  .fiche p.definition { margin: 0.2rem 0 0.4rem; }
  .stHtml .fiche dl, .stHtml dl.conventions { display: grid; gap: 0.15rem 0.9rem; margin: 0;
      grid-template-columns: max-content 1fr; padding: 0; font-size: 0.88rem; }
  .fiche dt, .conventions dt { color: #5B6770; } .fiche dd, .conventions dd { margin: 0; }
  .conventions dt { max-width: 16rem; } .conventions dd { padding-bottom: 0.35rem; }
  .fiche ul { margin: 0; padding-left: 1.1rem; font-size: 0.88rem; }
  .fiche ul li { margin: 0.1rem 0; }
  .st-key-carte-territoire [data-testid="stElementToolbar"] { display: none; }
  .stHtml ul.ecarts { display: grid; grid-template-columns: repeat(2, 1fr); gap: 0.75rem 1.6rem;
                      list-style: none; margin: 0.2rem 0; padding: 0; }
  ul.ecarts li { border-top: 2px solid #DDE3E9; padding-top: 0.35rem; margin: 0; }
  ul.ecarts p { margin: 0; line-height: 1.35; }
  ul.ecarts .ecart-calcul { font-size: 1.12rem; font-weight: 700; color: #12436D; }
  ul.ecarts .ecart-titre { font-size: 0.9rem; }
  ul.ecarts .ecart-statut { font-size: 0.86rem; font-weight: 650; float: right; }
  .stHtml ul.statuts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 0 1.6rem;
                       list-style: none; margin: 0.3rem 0; padding: 0; }
  ul.statuts li { margin: 0; }
  @media print {
    .stSidebar, [data-testid="stToolbar"], .stElementToolbar, .sans-impression { display: none; }
    .stMainBlockContainer { padding: 0; max-width: none; }
    .stVerticalBlock > * , .stVegaLiteChart, table { break-inside: avoid; }
    h1, h2, h3 { break-after: avoid; }
  }
</style>
"""
