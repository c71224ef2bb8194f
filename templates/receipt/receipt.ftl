<#-- The answer to an agency about one file, in one language. It quotes nothing but its own file. -->
<#macro place of><#if of.sheet?has_content && of.cell?has_content>${say("receipt.sheet-cell", {"sheet": of.sheet, "cell": of.cell})}<#elseif of.sheet?has_content>${say("receipt.sheet", {"sheet": of.sheet})}<#elseif of.cell?has_content>${say("receipt.cell", {"cell": of.cell})}<#else>${say("receipt.whole-file")}</#if></#macro>
${say("receipt.title")?upper_case}

${say("receipt.agency")}: <#if agency??>${text(agency)}<#else>${say("receipt.agency-unknown")}</#if>
${say("receipt.file")}: ${outcome.received.path}
${say("receipt.received")}: ${date(receivedAt)} (${label("report.source", outcome.received.source)})
${say("receipt.ledger")}: ${outcome.received.line}
<#if outcome.submission??>${say("receipt.period")}: ${period(outcome.submission.period)}
</#if>${say("receipt.verdict")}: ${label("report.verdict", outcome.verdict)}. ${label("receipt.next", outcome.verdict)}
${say("receipt.rows")}: ${say("report.rows", {"seen": outcome.rows.seen, "accepted": outcome.rows.accepted, "refused": outcome.rows.refused, "ignored": outcome.rows.ignored})}

<#list outcome.findings>
${say("receipt.findings", {"count": outcome.findings?size})}
<#items as finding>

${finding?counter}. ${label("severity", finding.severity())}. ${what(finding)}
   ${say("receipt.place")}: <@place finding.place/>
<#if quoted && finding.found?has_content>   ${say("receipt.found")}: ${finding.found}
</#if>   ${say("receipt.expected")}: ${expected(finding)}
</#items>
<#else>
${say("receipt.no-findings")}
</#list>

${say("receipt.fingerprint")}:
${outcome.received.sha256}
