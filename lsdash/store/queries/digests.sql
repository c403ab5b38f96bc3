-- What is the digest of each of these documents?
SELECT slug, digest FROM decisions WHERE id IN (SELECT unnest($documents::INTEGER[]));
