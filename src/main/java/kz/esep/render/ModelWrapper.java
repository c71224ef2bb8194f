package kz.esep.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Shows records to templates as they are, and an empty `Optional` as a missing value, so that
/// forgetting it is an error with a line.
final class ModelWrapper extends DefaultObjectWrapper {

    ModelWrapper() {
        super(Configuration.VERSION_2_3_34);
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        return super.wrap(value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
    }
}
