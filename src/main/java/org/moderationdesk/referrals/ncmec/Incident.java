package org.moderationdesk.referrals.ncmec;

/** Where on the internet, or outside it, something happened. */
public sealed interface Incident
        permits WebPageIncident,
                EmailIncident,
                NewsgroupIncident,
                ChatImIncident,
                OnlineGamingIncident,
                CellPhoneIncident,
                NonInternetIncident,
                Peer2peerIncident {}
