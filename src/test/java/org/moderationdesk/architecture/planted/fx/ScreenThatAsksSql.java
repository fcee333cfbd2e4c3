package org.moderationdesk.architecture.planted.fx;

import org.moderationdesk.architecture.planted.db.Sql;

final class ScreenThatAsksSql {
    Sql sql = new Sql();
}
