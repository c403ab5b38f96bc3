"""Staff ceilings of communes, wards and townships by the rules, and lists that readers bring."""
