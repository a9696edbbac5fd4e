"""Figures that compare a prediction with gold; every formula names its source."""
