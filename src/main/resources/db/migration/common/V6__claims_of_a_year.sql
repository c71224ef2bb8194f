-- Claims are reconciled year by year.

create index claim_of_year on claim (plan_year, line, position);
