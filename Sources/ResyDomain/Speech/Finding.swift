/// What failed or is so, with the values that it is so of. Which words say it is the edge's to choose.
package indirect enum Finding: Sendable, Equatable {
    case service(APIFailure)
    case network(TransportError)
    case signIn(SignInFinding)
    case browser(BrowserFinding)
    case files(FileFinding)
    case places(PlacesFinding)
    case argument(ArgumentFinding)
    case program(ProgramFinding)
    case checkUp(CheckUpFinding)
    case venue(VenueFinding)
    case date(DateFinding)
    case time(TimeFinding)
    case search(SearchFinding)
    case booking(BookingFinding)
    case held(HeldFinding)
    case yes(YesFinding)
    case cancelling(CancellationFinding)
    /// One after the other.
    case together([Finding])
}
