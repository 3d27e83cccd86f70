@testable import ResyDomain
import Foundation

@testable import ResyNative

/// What a test has seen go by.
struct SeenTraffic {
    private var requests: [(id: Traffic.ID, method: String, path: String)] = []
    private var sent: [(id: Traffic.ID, headers: [Traffic.Header])] = []
    private var responses: [(path: String, status: Int)] = []
    private var done: Set<Traffic.ID> = []
    private(set) var frames: [String] = []

    mutating func add(_ one: Traffic) {
        switch one {
        case .request(let id, let method, let url, let headers):
            requests.append((id, method, path(url)))
            sent.append((id, headers))
        case .requestHeaders(let id, let headers): sent.append((id, headers))
        case .response(_, let url, let status, _): responses.append((path(url), status))
        case .finished(let id): done.insert(id)
        case .frameAttached(let url): frames.append(url)
        case .status, .failed, .crashed: break
        }
    }

    private func path(_ url: String) -> String { URL(string: url)?.path ?? "" }

    func finished(_ path: String) -> Traffic.ID? {
        requests.first { $0.path == path && $0.method != "OPTIONS" && done.contains($0.id) }?.id
    }

    func hasSentHeaders(_ path: String) -> Bool {
        guard let id = finished(path) else { return false }
        return sent.filter { $0.id == id }.count > 1
    }

    func methods(_ path: String) -> Set<String> { Set(requests.filter { $0.path == path }.map(\.method)) }
    func statuses(_ path: String) -> [Int] { responses.filter { $0.path == path }.map(\.status) }

    func headers(_ id: Traffic.ID, _ name: String) -> Set<String> {
        Set(
            sent.filter { $0.id == id }.flatMap(\.headers).filter { $0.name.lowercased() == name }.map {
                $0.value.reveal()
            })
    }
}
