internal import ResyDomain

extension Assumption {
    /// What is assumed of an answer; required is what the decoders cannot do without.
    static func table(of endpoint: Endpoint) -> [Assumption] {
        switch endpoint {
        case .search: search
        case .venue: venue
        case .calendar: calendar
        case .config: config
        case .find: find
        default: []
        }
    }

    private static let search: [Assumption] = [
        .required("$", .object), .required("$.search", .object), .required("$.search.hits", .list),
        .required("$.search.hits[]", .object), .required("$.search.hits[].id", .object),
        .required("$.search.hits[].id.resy", .integer), .optional("$.search.hits[].objectID", .text, .integer),
        .required("$.search.hits[].name", .text), .optional("$.search.hits[].url_slug", .text),
        .optional("$.search.hits[].location", .object), .optional("$.search.hits[].location.name", .text),
        .optional("$.search.hits[].location.url_slug", .text), .optional("$.search.hits[].locality", .text),
        .optional("$.search.hits[].region", .text), .optional("$.search.hits[].neighborhood", .text),
        .optional("$.search.hits[].contact", .object), .optional("$.search.hits[].contact.phone_number", .text),
        .optional("$.search.hits[]._geoloc", .object), .optional("$.search.hits[]._geoloc.lat", .number),
        .optional("$.search.hits[]._geoloc.lng", .number), .optional("$.search.hits[].currency_code", .currency),
        .optional("$.search.hits[].feature_recaptcha", .flag), .optional("$.search.hits[].is_tock_inventory", .flag),
        .optional("$.search.hits[].min_party_size", .integer), .optional("$.search.hits[].max_party_size", .integer),
    ]

    private static let venue: [Assumption] = [
        .required("$", .object), .required("$.id", .object), .required("$.id.resy", .integer),
        .optional("$.id.google", .text), .required("$.name", .text), .optional("$.url_slug", .text),
        .optional("$.location", .object), .optional("$.location.address_1", .text),
        .optional("$.location.locality", .text), .optional("$.location.region", .text),
        .optional("$.location.neighborhood", .text), .optional("$.location.url_slug", .text),
        .optional("$.location.latitude", .number), .optional("$.location.longitude", .number),
        .optional("$.contact", .object), .optional("$.contact.phone_number", .text), .optional("$.locale", .object),
        .optional("$.locale.time_zone", .zone), .optional("$.locale.currency", .currency),
        .optional("$.feature_recaptcha", .flag), .optional("$.is_active", .flag), .optional("$.reopen", .object),
        .optional("$.reopen.date", .day, .localTime), .optional("$.min_party_size", .integer),
        .optional("$.max_party_size", .integer),
    ]

    private static let calendar: [Assumption] = [
        .required("$", .object), .required("$.scheduled", .list), .required("$.scheduled[]", .object),
        .required("$.scheduled[].date", .day), .required("$.scheduled[].inventory", .object),
        .required("$.scheduled[].inventory.reservation", .dayState), .optional("$.last_calendar_day", .day),
    ]

    private static let config: [Assumption] = [
        .required("$", .object), .optional("$.lead_time_in_days", .integer), .optional("$.calendar_date_to", .day),
        .optional("$.venue", .object), .optional("$.venue.id", .integer), .optional("$.venue.name", .text),
    ]

    private static let find: [Assumption] = {
        var all = results
        all += entry.map { $0.below("$.results.venues[]") }
        all += slot.map { $0.below("$.results.venues[].slots[]") }
        return all
    }()

    private static let results: [Assumption] = [
        .required("$", .object), .required("$.results", .object), .required("$.results.venues", .list),
        .required("$.results.venues[]", .object),
    ]

    private static let entry: [Assumption] = [
        .optional("venue", .object), .optional("venue.id", .object), .optional("venue.id.resy", .integer),
        .optional("venue.name", .text), .optional("venue.url_slug", .text), .optional("venue.location", .object),
        .optional("venue.location.time_zone", .zone), .optional("venue.location.url_slug", .text),
        .optional("venue.currency", .object), .optional("venue.currency.code", .currency),
        .optional("venue.feature_recaptcha", .flag), .optional("templates", .object),
        .optional("templates.{}", .object), .optional("templates.{}.is_paid", .flag),
        .optional("templates.{}.cancellation_fee", .number), .optional("templates.{}.deposit_fee", .number),
        .optional("templates.{}.large_party_size_cancel", .integer),
        .optional("templates.{}.large_party_cancellation_fee", .number),
        .optional("templates.{}.secs_cancel_cut_off", .integer),
        .optional("templates.{}.time_cancel_cut_off", .clock), .required("slots", .list), .required("slots[]", .object),
    ]

    private static let slot: [Assumption] = [
        .required("config", .object), .required("config.token", .slotToken, .null), .optional("config.type", .text),
        .required("date", .object), .required("date.start", .localTime), .optional("date.end", .localTime),
        .optional("template", .object), .optional("template.id", .integer, .text),
        .optional("is_global_dining_access", .flag), .optional("exclusive", .object),
        .optional("exclusive.id", .integer), .optional("exclusive.is_eligible", .flag), .optional("quantity", .integer),
        .optional("size", .object),
        .optional("size.min", .integer), .optional("size.max", .integer), .optional("payment", .object),
        .optional("payment.is_paid", .flag), .optional("payment.is_add_on_required", .flag),
        .optional("payment.cancellation_fee", .number), .optional("payment.deposit_fee", .number),
        .optional("payment.secs_cancel_cut_off", .integer), .optional("payment.time_cancel_cut_off", .clock),
    ]

    private func below(_ parent: String) -> Assumption {
        Assumption(path: "\(parent).\(path)", kinds: kinds, isRequired: isRequired)
    }
}
