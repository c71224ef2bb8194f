<#-- A message to an agency in one language, as plain text; mail.ftlh says the same. -->
<#if note.demonstration>${say("mail.demonstration")}

</#if>${say("mail.to", {"agency": text(note.agency)})}

${say("mail.opening." + note.kind, {"period": note.period, "plan": text(note.plan), "file": note.file, "issue": note.issue})}

${say("mail.attached")}
<#list note.attachments as name>
- ${name}
</#list>

${say("mail.closing." + note.kind)}

${text(note.ministry)}
${say("mail.automatic")}
