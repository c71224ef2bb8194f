package kz.esep.planted.report;

import org.springframework.context.ApplicationContext;

record KnowsSpring(ApplicationContext context) {}
