//! The page, and its worker: mounts where there is a window.
fn main() {
    #[cfg(target_arch = "wasm32")]
    demarche::app::mount();
}
