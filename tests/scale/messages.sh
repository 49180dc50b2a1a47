#!/bin/sh
# messages.sh COUNT: so many messages as `selaras check --ndjson` reads them, one a line, the same ones every time. Some say what the policies
# say, some do not, and one in a thousand lines is broken.
exec awk -v count="$1" 'BEGIN {
  for (i = 1; i <= count; ++i) {
    if (i % 1000 == 500) { printf "{\"id\":\"m%d\",\"issuer\":\n", i; continue }
    wage = 1200 + 100 * (i % 9); fee = 500 * (i % 7); months = 1 + i % 5; year = 2024 + i % 3
    body = sprintf("# Before you sign (%d)\\n\\nEmployers in Malaysia must pay foreign workers a minimum wage of at least RM%d a month. ", i, wage)
    body = body sprintf("Your employer may not keep your passport.\\n\\n- The agent may charge a fee of RM%d.\\n- Your permit is valid for %d months.\\n", fee, months)
    printf "{\"id\":\"m%d\",\"issuer\":\"MY-JTK\",\"country\":\"MY\",\"role\":\"destination\",\"corridor\":[\"BD\",\"MY\"],\"language\":\"en\",", i
    printf "\"channel\":\"leaflet\",\"audience\":{\"group\":\"migrant-worker\"},\"publish\":\"%d-11-15\",\"body\":\"%s\"}\n", year, body
  }
}'
