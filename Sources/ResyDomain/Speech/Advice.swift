/// What to do next.
package enum Advice: Sendable, Equatable {
    case service(ServiceAdvice)
    case network(NetworkAdvice)
    case signIn(SignInAdvice)
    case browser(BrowserAdvice)
    case files(FileAdvice)
    case places(PlacesAdvice)
    case argument(ArgumentAdvice)
    case program(ProgramAdvice)
    case checkUp(CheckUpAdvice)
    case venue(VenueAdvice)
    case date(DateAdvice)
    case time(TimeAdvice)
    case search(SearchAdvice)
    case watch(WatchAdvice)
    case deed(DeedAdvice)
    case notify(NotifyAdvice)
}
