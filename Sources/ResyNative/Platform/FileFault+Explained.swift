internal import ResyDomain

extension FileFault {
    func explained() -> ResyError {
        ResyError(.resyError, .files(.fault(self)), advice: [.files(.ofHome(kind))])
    }
}
