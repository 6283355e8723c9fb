"""An edition as an Excel workbook: a notice, then one sheet a view with real numbers."""
