package kz.esep.render;

import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Shows records to templates as they are, their text so that the document can show it, and an
/// empty `Optional` as a missing value, so that forgetting it is an error with a line.
final class ModelWrapper extends DefaultObjectWrapper {

    private final UnaryOperator<String> legible;

    ModelWrapper(UnaryOperator<String> legible) {
        super(Configuration.VERSION_2_3_34);
        this.legible = legible;
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object value) throws TemplateModelException {
        Object shown = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
        return super.wrap(shown instanceof String text ? legible.apply(text) : shown);
    }
}
