package kz.esep.planted.report;

import kz.esep.planted.render.Page;

record KnowsRender(Page page) {}
