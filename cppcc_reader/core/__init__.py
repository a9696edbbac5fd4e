"""Values and functions: no Qt, disk, clock or chance; ids and times come in as arguments."""
