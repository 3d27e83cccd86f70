extension Venue {
    /// Which day it is there; by UTC where its zone is not known.
    package func today(_ now: Instant) -> CalendarDay {
        zone?.local(now).day ?? CalendarDay(daysSince1970: Int((now.seconds / 86_400).rounded(.down)))
    }
}
