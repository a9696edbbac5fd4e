"""Qt item models over plain values: they show what they are given and ask nobody."""
