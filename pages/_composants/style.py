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
  .st-key-menu { row-gap: 0.1rem !important; }
  .st-key-menu .stExpander details { border: 0; background: transparent; }
  .st-key-menu .stExpander summary { padding: 0.2rem 0.4rem 0.2rem 0; min-height: 1.7rem;
                                     background: transparent; }
  .st-key-menu [data-testid="stExpanderDetails"] { border: 0; }
  .st-key-menu > .stElementContainer [data-testid="stPageLink-NavLink"] { padding-left: 1.5rem; }
  .st-key-menu > .stElementContainer [data-testid="stPageLink-NavLink"] p { font-weight: 600; }
  .st-key-menu .stExpander summary p { color: #1C2733; font-size: 0.9rem; font-weight: 600; }
  .st-key-menu [data-testid="stExpanderDetails"] { padding: 0 0 0.2rem 1.1rem; }
  .st-key-menu [data-testid="stExpanderDetails"] .stVerticalBlock { row-gap: 0; }
  .st-key-menu [data-testid="stPageLink-NavLink"] { padding-block: 0.15rem; min-height: 1.75rem; }
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
  dl.cles dd.cle-note { order: 3; } dl.cles dd.evolution { order: 4; }
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
  .stElementToolbar, [data-testid="stElementToolbar"] { display: none; }
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
  a:focus-visible, button:focus-visible, summary:focus-visible, label:has(input:focus-visible),
  [role="radio"]:focus-visible, [role="option"]:focus-visible, [tabindex="0"]:focus-visible,
  [data-baseweb="select"] > div:focus-within {
    outline: 2px solid #12436D !important; outline-offset: 1px; }
  .stMain .stHtml:has(> table.plie), .stMain .defile { overflow-x: auto; }
  [data-testid="stFullScreenFrame"]:has(.stVegaLiteChart) { overflow-x: auto; overflow-y: hidden; }
  .st-key-image-ml-resultats [data-testid="stFullScreenFrame"] > div { min-width: 63rem; }
  .st-key-image-ml-annuels [data-testid="stFullScreenFrame"] > div { min-width: 52rem; }
  .st-key-image-clauses-contrats [data-testid="stFullScreenFrame"] > div { min-width: 35rem; }
  .st-key-image-clauses-maitres_ouvrage [data-testid="stFullScreenFrame"] > div,
  .st-key-image-clauses-operations [data-testid="stFullScreenFrame"] > div { min-width: 28rem; }
  .st-key-image-objectifs-par_structure [data-testid="stFullScreenFrame"] > div,
  .st-key-image-objectifs-par_referent [data-testid="stFullScreenFrame"] > div,
  .st-key-image-referents-charge [data-testid="stFullScreenFrame"] > div,
  .st-key-image-referents-rythme [data-testid="stFullScreenFrame"] > div { min-width: 38rem; }
  .st-key-image-synthese-objectifs [data-testid="stFullScreenFrame"] > div { min-width: 34rem; }
  .stColumn:has(.stVegaLiteChart) { min-width: min(100%, 22rem); }
  .stColumn:has(.carte-titre) { min-width: min(100%, 13rem); }
  .stColumn:has(.st-key-image-clauses-contrats) { min-width: min(100%, 35rem); }
  .stColumn:has(table.plie):not(:has(.stExpander table.plie)) { min-width: min(100%, 26rem); }
  .stHorizontalBlock:has(> .stColumn:nth-child(3)) > .stColumn:has(.stVegaLiteChart):not(
    :has(.carte-titre)) { min-width: min(100%, 19rem); }
  @media screen and (max-width: 1100px) {
    .stHorizontalBlock:has(> .stColumn) { row-gap: 1rem; }
    .stMain dl.cles { grid-template-columns: repeat(3, 1fr) !important; }
    .stHtml ul.ecarts, .stHtml ul.statuts { grid-template-columns: 1fr; }
  }
  @media screen and (max-width: 768px) {
    [data-testid="stHeader"] { height: 3.2rem; min-height: 3.2rem; background: #FFFFFF; }
    .stMainBlockContainer { padding: 4rem 1.2rem 1.6rem; }
    .st-key-barre .stSelectbox { flex: 1 1 100%; }
    .st-key-territoire { overflow-x: auto; }
    .st-key-territoire-carte { min-width: 660px; max-width: none; }
  }
  div:has(> .st-key-territoire-cote) { flex: 1 1 22rem; min-width: min(100%, 21rem); }
  div:has(> .st-key-territoire-communes) { flex: 1 1 27rem; min-width: min(100%, 25rem); }
  @media (min-width: 1280px) and (max-width: 1640px) {
    /* the communes under the map, beside what explains it: no hole */
    .st-key-territoire { display: grid; grid-template-columns: 660px minmax(0, 1fr); }
    div:has(> .st-key-territoire-cote) { grid-column: 2; grid-row: 1 / span 2; }
  }
  .st-key-barre { border-bottom: 1px solid #DDE3E9; padding-bottom: 0.5rem; }
  .st-key-barre .stSelectbox { width: auto; min-width: 14.2rem; flex: 0 1 16rem; }
  .stMain [data-testid="stPageLink-NavLink"] p { color: #12436D; text-decoration: underline; }
  .demo { background: #FDF1E7; color: #7A3A0B; border-radius: 4px; padding: 0.15rem 0.5rem;
          font-size: 0.82rem; font-weight: 600; white-space: nowrap; }
  [class*="st-key-pied-"] { gap: 0 1.2rem; align-items: baseline; }
  [class*="st-key-pied-"] > .stElementContainer:first-child { flex: 1 1 12rem; }
  .indisponible { color: #5B6770; background: #F4F6F8; border-left: 3px solid #DDE3E9;
                  padding: 0.5rem 0.8rem; margin: 0; }
  .stHtml p.pied { color: #5B6770; font-size: 0.82rem; border-top: 1px solid #DDE3E9;
                   padding-top: 0.5rem; margin: 0.8rem 0 0; }
  .carte-suite { color: #5B6770; font-size: 0.84rem; margin: 0.1rem 0 0; line-height: 1.35; }
  .evolution { font-size: 0.84rem; font-weight: 600; margin: 0; color: #5B6770; }
  .stMain h2.diapo-titre { font-size: 1.35rem; padding: 0; margin: 0; color: #12436D; }
  .diapo-commentaire { border-left: 4px solid #D1661C; padding: 0.1rem 0 0.1rem 0.8rem; }
  .diapo-commentaire p { margin: 0 0 0.2rem; }
  @page { margin: 10mm; }
  @media print {
    .stSidebar, [data-testid="stToolbar"], [data-testid="stHeader"], .sans-impression, .stButton,
    .st-key-redite,
    .stDownloadButton, .st-key-barre, .stButtonGroup, .stSelectbox, .stRadio, .stTextInput,
    .stElementContainer:has(> .stExpander > details:not([open])), .stExpander summary,
    .stExpander:has(> details:not([open])) { display: none !important; }
    .stMainBlockContainer { padding: 0; max-width: none; }
    .stApp, .stAppViewContainer, .stMain, .stMainBlockContainer,
    .stMain .stVerticalBlock:not(.st-key-redite),
    .stMain .stLayoutWrapper { display: block !important; }  /* flex boxes are cut badly */
    .stMain .stVerticalBlock > * + * { margin-top: 0.4rem; }
    /* columns cut by a page run into what follows: one under the other, but for
       cards and for what the committee retains */
    .stHorizontalBlock:has(> .stColumn) { display: block !important; }
    .stHorizontalBlock:has(.carte-titre, .retenir) { display: flex !important; gap: 1.2rem;
                                                     flex-flow: row nowrap; break-inside: avoid; }
    .stHorizontalBlock > .stColumn.stColumn { min-width: 0; }
    .stHtml dl.cles { gap: 0.6rem; }
    [data-testid="stFullScreenFrame"] > div { min-width: 0 !important; }
    .stVegaLiteChart svg { max-width: 100%; height: auto; }
    .stVerticalBlock:has(> .stElementContainer .carte-titre), .stVegaLiteChart, tr, dl.cles,
    ul.surveiller li, ol.retenir li, ul.ecarts li { break-inside: avoid; }
    [data-testid="stFullScreenFrame"] { overflow: visible !important; }
    h1, h2, h3, caption, thead,
    :has(> .stVerticalBlock > .stElementContainer .stHeading):not(:has(.stVegaLiteChart, table)) {
      break-after: avoid; }
    thead { display: table-header-group; }
  }
</style>
"""
