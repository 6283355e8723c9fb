"""The one gate: who may ask what, and what is masked before anything is shown."""
