"""An exercise as a page shows it: HTML written at build time, and the script that revives it."""
