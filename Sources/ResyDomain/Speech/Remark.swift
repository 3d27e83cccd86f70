/// What else to know beside an answer.
package indirect enum Remark: Sendable, Equatable {
    case evening(EveningRemark)
    case list(ListRemark)
    case signIn(SignInRemark)
    case venue(VenueRemark)
    case booking(BookingRemark)
    case yes(YesRemark)
    case cancelling(CancellationRemark)
    case changing(ChangeRemark)
    case search(SearchRemark)
    case notify(NotifyRemark)
    case watch(WatchRemark)
    /// What failed beside it, and what to do about that.
    case failure(Finding, [Advice])
    /// One after the other, in one breath.
    case together([Remark])
}
