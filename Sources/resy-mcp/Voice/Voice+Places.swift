internal import ResyDomain
internal import ResyNative

/// Google Places.
extension Voice {
    func text(_ finding: PlacesFinding) -> String {
        switch finding {
        case .late: "Google Places did not answer in time."
        case .unreachable(let fault): "Google Places: \(text(fault))"
        case .refused(let said): "Google Places refused the search (\(said))."
        case .notJSON: "Google Places answered with something other than JSON."
        case .unknownShape(let path): "Google Places answered in an unknown shape at \(path)."
        }
    }

    func text(_ advice: PlacesAdvice) -> String {
        switch advice {
        case .checkKey:
            either("The user can check", "Check")
                + " GOOGLE_PLACES_API_KEY (the Places API (New) has to be enabled for it), or unset it."
        }
    }
}
