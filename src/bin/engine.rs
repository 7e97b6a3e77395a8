//! The worker alone, compiled for speed: reads the reader's own articles in the place of the page's program.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        demarche::service::browser::serve();
    }
}
