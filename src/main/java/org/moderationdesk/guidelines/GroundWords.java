package org.moderationdesk.guidelines;

import java.util.List;

record GroundWords(String name, String meaning, List<String> questions) {}
