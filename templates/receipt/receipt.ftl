<#-- The answer to an agency about one file, in one language. It quotes nothing but its own file. -->
<#assign outcome = receipt.outcome>
<#macro place of><#if of.sheet?has_content && of.cell?has_content>${say("receipt.sheet-cell", {"sheet": of.sheet, "cell": of.cell})}<#elseif of.sheet?has_content>${say("receipt.sheet", {"sheet": of.sheet})}<#elseif of.cell?has_content>${say("receipt.cell", {"cell": of.cell})}<#else>${say("receipt.whole-file")}</#if></#macro>
<#function line text><#return text?replace("[\\s]+", " ", "r")></#function>
${say(receipt.recorded?then("receipt.title", "receipt.title-check"))?upper_case}

${say("receipt.agency")}: <#if receipt.agency??>${text(receipt.agency)}<#else>${say("receipt.agency-unknown")}</#if>
${say("receipt.file")}: ${outcome.received.path}
<#if receipt.recorded>
${say("receipt.received")}: ${date(receipt.receivedAt)} (${label("report.source", outcome.received.source)})
${say("receipt.ledger")}: ${outcome.received.line}
</#if>
<#if outcome.submission??>${say("receipt.period")}: ${period(outcome.submission.period)}
<#assign letter = outcome.submission.letter>
<#if letter.number?has_content>${say("intake.field.letter-number")}: ${line(letter.number)}
</#if><#if letter.person?has_content>${say("intake.field.person")}: ${line(letter.person)}
</#if><#if letter.phone?has_content>${say("intake.field.phone")}: ${line(letter.phone)}
</#if></#if>${say("receipt.verdict")}: ${label("report.verdict", outcome.verdict)}. ${label("receipt.next", outcome.verdict)}
${say("receipt.rows")}: ${say("report.rows", {"seen": outcome.rows.seen, "accepted": outcome.rows.accepted, "refused": outcome.rows.refused, "ignored": outcome.rows.ignored})}
<#if receipt.recorded>
<#if receipt.inForce??>
<#if receipt.inForce.line == outcome.received.line>
${say("receipt.in-force")}: ${say("receipt.in-force.this")}
<#else>
${say("receipt.in-force")}: ${say(outcome.submission???then("receipt.in-force.later", "receipt.in-force.other"), {"path": receipt.inForce.path, "period": period(receipt.inForce.period), "received": date(receipt.inForce.receivedAt)})}
</#if>
<#elseif receipt.agency??>
${say("receipt.in-force")}: ${say("receipt.in-force.none")}
</#if>
<#else>
${say("receipt.check-only")}
</#if>
<#if receipt.demonstration>
${say("receipt.demonstration")}
</#if>
<#if receipt.markedCopy?has_content>
${say("receipt.marked")}: ${receipt.markedCopy}
</#if>

<#list receipt.findings()>
${say("receipt.findings", {"count": outcome.findings?size})}
<#items as finding>

${finding?counter}. ${label("severity", finding.severity())}. ${what(finding)}
   ${say("receipt.place")}: <@place finding.place/>
<#if receipt.quoted && finding.found?has_content>   ${say("receipt.found")}: ${line(finding.found)}
</#if>   ${say("receipt.expected")}: ${expected(finding)}
</#items>
<#else>
${say("receipt.no-findings")}
</#list>

${say("receipt.fingerprint")}:
${outcome.received.sha256}
