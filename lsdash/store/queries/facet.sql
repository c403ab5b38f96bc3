-- Which documents have each value of this facet, once, twice, and more often?
SELECT value, documents FROM facets WHERE facet = $facet ORDER BY value, times;
