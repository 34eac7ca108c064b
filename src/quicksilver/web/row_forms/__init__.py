"""Forms for rows of the record, drawn from the models: one form for every kind, those to come included."""
