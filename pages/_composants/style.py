"""The one style block of the product: what the theme cannot say."""

from typing import Final

STYLE: Final = """
<style>
  .stMainBlockContainer { padding: 1.4rem 2.2rem 1.6rem; max-width: 1680px; }
  [data-testid="stHeader"] { height: 0; min-height: 0; background: transparent; }
  [data-testid="stSidebarHeader"] { height: 2.4rem; margin-bottom: 0; }
  .stMain, .stSidebar { font-variant-numeric: tabular-nums; }
  h1 { padding: 0.1rem 0 0.5rem; text-wrap: balance; }
  h2, h3 { padding: 0.2rem 0 0; }
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
  .cle { font-size: 1.65rem; font-weight: 700; color: #12436D; line-height: 1.1; }
  .cle-nom { color: #1C2733; font-size: 0.9rem; margin: 0; }
  .cle-note { color: #5B6770; font-size: 0.8rem; margin: 0; }
  table.plie { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
  table.plie caption { text-align: left; color: #5B6770; font-size: 0.86rem; padding-bottom: 4px; }
  table.plie th, table.plie td { padding: 0.32rem 0.6rem; border-bottom: 1px solid #DDE3E9;
                                 text-align: left; vertical-align: top; }
  table.plie thead th { color: #5B6770; font-weight: 500; border-bottom: 2px solid #DDE3E9; }
  table.plie tbody th { font-weight: 400; }
  table.plie .n { text-align: right; white-space: nowrap; }
  table.plie tr.total th, table.plie tr.total td { font-weight: 650;
                                                   border-top: 2px solid #DDE3E9; }
  @media print {
    .stSidebar, [data-testid="stToolbar"], .stElementToolbar, .sans-impression { display: none; }
    .stMainBlockContainer { padding: 0; max-width: none; }
    .stVerticalBlock > * , .stVegaLiteChart, table { break-inside: avoid; }
    h1, h2, h3 { break-after: avoid; }
  }
</style>
"""
