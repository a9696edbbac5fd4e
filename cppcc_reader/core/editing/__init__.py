"""Forward-only commands on an annotation set, and the change sets that undo and redo them."""
