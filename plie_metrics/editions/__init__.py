"""What is shown in a meeting: prepared as a draft, frozen, archived, compared, found again."""
