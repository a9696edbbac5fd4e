"""How the splitter learns: examples from gold pages, choice models fitted to them, calibration; pure computation."""
