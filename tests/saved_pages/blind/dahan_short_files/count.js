(function(){window._s=window._s||[];})();
