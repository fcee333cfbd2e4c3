package org.moderationdesk.fx;

import java.util.Arrays;
import javafx.application.Platform;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.framework.junit5.ApplicationExtension;

/**
 * Forgets what TestFX keeps of every event, for as long as the process lives, after each test that has a window: with
 * the events stay all windows that they went to. Found by JUnit through {@code META-INF/services}.
 */
public final class ForgottenEvents implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        boolean hasWindow =
                AnnotationSupport.findRepeatableAnnotations(context.getRequiredTestClass(), ExtendWith.class).stream()
                        .flatMap(one -> Arrays.stream(one.value()))
                        .anyMatch(ApplicationExtension.class::equals);
        if (hasWindow) {
            Platform.runLater(ForgottenEvents::forget);
        }
    }

    /** On the JavaFX thread. */
    public static void forget() {
        FxToolkitContext context = FxToolkit.toolkitContext();
        if (context.getRegisteredStage() != null) {
            // Told of its stage anew it begins anew: there is no other way to its list.
            context.setRegisteredStage(context.getRegisteredStage());
        }
    }
}
