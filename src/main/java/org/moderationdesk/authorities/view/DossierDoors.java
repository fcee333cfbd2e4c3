package org.moderationdesk.authorities.view;

import java.util.function.Supplier;
import org.moderationdesk.authorities.DossierFiles;
import org.moderationdesk.authorities.Dossiers;

/**
 * What the screen of dossiers asks of the desk, off the JavaFX thread.
 *
 * @param own two letters of the state of establishment
 */
public record DossierDoors(Dossiers dossiers, DossierFiles files, Supplier<String> own) {}
