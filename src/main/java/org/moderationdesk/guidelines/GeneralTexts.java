package org.moderationdesk.guidelines;

import java.util.Map;

record GeneralTexts(
        Map<ExceptionGround, GroundWords> grounds,
        Map<ReferralTarget, String> referrals,
        Map<BookNote, String> notes,
        Map<ReachReason, String> reasons,
        Map<Surface, String> surfaces,
        Map<AccountResponse, String> responses) {}
