@testable import ResyDomain
@testable import ResyNative

extension Stage {
    /// What a deed works with, its requests to Resy going through `http`.
    func reception(through http: any HTTPClient) -> Reception {
        let api = ResyAPI(
            http: http,
            pacer: Pacer(
                store: resy.store, clock: clock, pause: 0...0, budget: LookingBudget(size: 0), host: "resy"),
            clock: clock, baseURL: settings.apiURL, profile: HeaderProfile(webURL: "https://resy.com").headers)
        return Reception(
            call: AccountCall(auth: resy.auth, api: api, context: context), store: resy.store,
            agreements: Agreements(key: { try resy.credentials.key() }, store: resy.store, clock: clock),
            questions: OpenQuestions(), commitments: Commitments(), links: VenueLinks(base: "https://resy.com"),
            settings: settings, clock: clock)
    }
}
