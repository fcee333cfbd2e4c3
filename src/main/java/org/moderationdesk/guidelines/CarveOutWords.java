package org.moderationdesk.guidelines;

import java.util.List;

record CarveOutWords(String text, List<String> questions) {}
