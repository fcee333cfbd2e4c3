package org.moderationdesk.settings.view;

/** What the settings can do for the store of the desk that is open: its own, or a shared one. */
public sealed interface DeskCare permits StoreCare, SharedCare {}
