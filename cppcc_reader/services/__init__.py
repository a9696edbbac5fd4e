"""Use cases without Qt: each is one transaction or one resumable job."""
