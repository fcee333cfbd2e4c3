package org.moderationdesk.calibration;

import org.moderationdesk.decisions.Rules;
import org.moderationdesk.decisions.StoredDecisions;

/** The rooms that calibration works with. */
public record CalibrationRooms(StoredDecisions decisions, Rules rules, BlindCases blind, Replacing replacing) {}
