"""The only floor that knows Qt; it places, paints and listens, and leaves every rule to the floors below."""
