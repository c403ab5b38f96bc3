-- What is the digest of each selected document?
SELECT slug, digest
FROM searched($sectors, $kinds, $statuses, $weeks, $signed_from, $signed_to, $terms);
