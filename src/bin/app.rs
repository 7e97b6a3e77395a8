//! One program for the page and its workers: mounts the page where there is a window, serves requests where there is none.

fn main() {
    #[cfg(target_arch = "wasm32")]
    {
        console_error_panic_hook::set_once();
        match web_sys::window() {
            Some(_) => demarche::app::mount(),
            None => demarche::service::browser::serve(),
        }
    }
}
